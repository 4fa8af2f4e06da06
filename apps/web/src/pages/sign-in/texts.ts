import { registerTexts } from '../../app/i18n';

export const texts = {
  zh: {
    title: '12351 职工服务热线',
    lead: '登录工作台',
    name: '账号',
    password: '密码',
    signIn: '登录',
    demo: '演示账号',
    demoHint: '点一个角色直接登录。演示数据全部虚构。',
    wrong: '账号或密码不对',
    offline: '连不上服务器，请检查网络后重试',
    needName: '请填写账号',
    needPassword: '请填写密码',
    roles: {
      agent: '坐席',
      dispatcher: '派单员',
      handler: '承办人',
      supervisor: '督办',
      administrator: '管理员',
      auditor: '审计',
    },
  },
  en: {
    title: '12351 Workers’ Hotline',
    lead: 'Sign in',
    name: 'Account',
    password: 'Password',
    signIn: 'Sign in',
    demo: 'Demo accounts',
    demoHint: 'Choose a role to sign in at once. All demo data is invented.',
    wrong: 'Account or password is wrong',
    offline: 'The server cannot be reached; check the network and try again',
    needName: 'Enter your account',
    needPassword: 'Enter your password',
    roles: {
      agent: 'Agent',
      dispatcher: 'Dispatcher',
      handler: 'Handler',
      supervisor: 'Supervisor',
      administrator: 'Administrator',
      auditor: 'Auditor',
    },
  },
};

registerTexts('sign-in', texts);
